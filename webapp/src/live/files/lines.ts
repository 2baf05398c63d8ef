/** A file's text in lines, a list at a time; gzip is undone. `read` counts the file's own bytes. */
export interface Lines {
  lines: string[];
  read: number;
}

export async function* linesOf(file: Blob): AsyncGenerator<Lines> {
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, to) {
        read += chunk.length;
        to.enqueue(chunk);
      },
    }),
  );
  const bytes = (await isGzip(file)) ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) yield { lines, read };
  }
  rest += decoder.decode();
  if (rest !== "") yield { lines: [rest], read };
}

async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}
