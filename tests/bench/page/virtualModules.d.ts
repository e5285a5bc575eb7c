declare module 'virtual:worker-source/thread' {
  const source: string;
  export default source;
}
