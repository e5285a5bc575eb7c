/** Text of a bundled classic worker script; made by the build from the entry of the same name. */
declare module 'virtual:worker-source/thread' {
  const source: string;
  export default source;
}
declare module 'virtual:worker-source/brief' {
  const source: string;
  export default source;
}

interface ImportMetaEnv {
  readonly FALLOW_VERSION: string;
}
