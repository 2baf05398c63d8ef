/** Ends every `switch` over a closed set: the compiler proves that nothing is left. */
export function never(nothing: never): never {
  throw new TypeError(`Not one of the known kinds: ${JSON.stringify(nothing)}`);
}
