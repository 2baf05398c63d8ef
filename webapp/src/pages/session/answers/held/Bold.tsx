/** Words with the parts between asterisks in bold. */
export function Bold({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no other name.
  return text.split("*").map((part, at) => (at % 2 === 1 ? <b key={at}>{part}</b> : part));
}
