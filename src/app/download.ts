/** Hands a file to the person. Nothing is sent: the address is a blob of this page. */
export function download(fileName: string, content: string | Uint8Array, type: string): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Long enough for the browser to have opened the blob, also on a slow machine.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
