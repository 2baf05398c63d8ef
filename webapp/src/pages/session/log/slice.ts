/** True for so many milliseconds from now on: how long one look at very many rows may take. */
export function slice(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() < end;
}
