import { IconAlertTriangle } from "@tabler/icons-react";
import type { OpenedFile } from "../../live/contract";
import { filesWords } from "../../words/files";
import css from "./File.module.css";

/** What of the file could not be read, line by line. */
export function FileNotes({ file, frames }: { file: OpenedFile; frames: number }) {
  const { faults, faulty } = file;
  const words = sentences(file, frames);
  return (
    <div role="status">
      {words.length > 0 && (
        <div className={css.notes}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          <div>
            {words.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {faults.length > 0 && (
              <ul>
                {faults.map((fault) => (
                  <li key={fault.line}>{filesWords.fault(fault.line, fault.words)}</li>
                ))}
                {faulty > faults.length && <li>{filesWords.more(faulty - faults.length)}</li>}
              </ul>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function sentences({ refused, faulty, unknown, foreign, read }: OpenedFile, frames: number): string[] {
  if (refused !== null) return [refused];
  const nothing = read === null && frames === 0;
  return [
    ...(nothing ? [filesWords.nothing] : []),
    ...(faulty > 0 && !nothing ? [filesWords.unreadable(faulty)] : []),
    ...(unknown > 0 ? [filesWords.unknown(unknown)] : []),
    ...foreign.map(([identity, records]) => filesWords.foreign(records, identity)),
  ];
}
