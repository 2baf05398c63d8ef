import { ActionIcon, Button, SegmentedControl, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Charger, FrameRow } from "../../../live/contract";
import { Chip } from "../../../parts/Chip";
import { MakeRuleButton } from "../answers/MakeRuleButton";
import { logWords } from "../../../words/log";
import { CopyMenu } from "./CopyMenu";
import css from "./Detail.module.css";
import type { Filter } from "./filter";
import { type Look, FrameHalf } from "./FrameHalf";
import { frameName } from "./frame_name";
import { MarkButtons } from "./MarkButtons";
import { NoAnswer } from "./NoAnswer";
import { NoteBox } from "./NoteBox";
import { NoteEditor } from "./NoteEditor";
import { actionWords } from "./row_words";
import { useFrameNotes } from "./useFrameNotes";
import type { Marking } from "./useMarking";

interface Props {
  charger: Charger;
  /** The frame that was opened, and its other half. */
  row: FrameRow;
  other: FrameRow | undefined;
  /** On a phone it covers the page. */
  sheet: boolean;
  height: number;
  marking: Marking;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  onClose: () => void;
}

const looks = Object.entries(logWords.detail.looks).map(([value, label]) => ({ value, label }));

/** One exchange: the call at the left, its answer at the right. */
export function Detail({ charger, row, other, sheet, height, marking, filter, setFilter, onClose }: Props) {
  const [look, setLook] = useState<Look>("json");
  const isAnswer = row.state.kind === "answer";
  const call = isAnswer && other !== undefined ? other : row;
  const answer = isAnswer ? (other === undefined ? undefined : row) : other;
  const offset = charger.clockOffset ?? 0;
  const version = charger.connection?.version ?? "ocpp1.6";
  const onCall = useFrameNotes(call, version);
  const onAnswer = useFrameNotes(answer, version);
  const below = (
    <>
      <NoteBox notes={onCall.notes} about="call" />
      <NoteBox notes={onAnswer.notes} about="answer" />
    </>
  );
  return (
    <section
      className={css.detail}
      data-sheet={sheet}
      style={sheet ? undefined : { height }}
      aria-label={logWords.detail.name}
    >
      <div className={css.head}>
        {sheet && (
          <Button variant="subtle" color="gray" leftSection={<IconChevronLeft size={20} />} onClick={onClose}>
            {logWords.detail.back}
          </Button>
        )}
        <h2>{actionWords(call)}</h2>
        {call.uniqueId !== null && <code className={css.uid}>{call.uniqueId}</code>}
        {call.connector !== null && (
          <FilterChip
            words={connectorName(charger, call.connector)}
            title={logWords.onlyConnector(connectorName(charger, call.connector))}
            act={() => setFilter({ ...filter, connector: call.connector })}
          />
        )}
        {call.transaction !== null && (
          <FilterChip
            words={logWords.transaction(call.transaction)}
            title={logWords.onlyTransaction(call.transaction)}
            act={() => setFilter({ ...filter, transaction: call.transaction })}
          />
        )}
        <div className={css.ways}>
          <MarkButtons marking={marking} />
          <MakeRuleButton charger={charger} row={row} />
          <CopyMenu identity={charger.identity} version={version} row={row} other={other} />
          {!sheet && (
            <Tooltip label={logWords.detail.close}>
              <ActionIcon aria-label={logWords.detail.close} onClick={onClose}>
                <IconX size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      </div>
      {(marking.noting || (marking.mark?.note ?? "") !== "") && (
        <NoteEditor key={`${frameName(row)} ${marking.noting}`} marking={marking} />
      )}
      <div className={css.halves}>
        <FrameHalf charger={charger} row={call} look={look} offset={offset} marks={onCall.marks}>
          <SegmentedControl
            aria-label={logWords.detail.showAs}
            data={looks}
            value={look}
            onChange={(next) => setLook(next as Look)}
          />
        </FrameHalf>
        {answer === undefined ? (
          <NoAnswer row={call} offset={offset} below={below} />
        ) : (
          <FrameHalf {...{ charger, look, offset, below }} row={answer} after={call} marks={onAnswer.marks} />
        )}
      </div>
    </section>
  );
}

/** Narrows the log to what it names. */
function FilterChip({ words, title, act }: { words: string; title: string; act: () => void }) {
  return (
    <button type="button" className={css.chip} title={title} onClick={act}>
      <Chip>{words}</Chip>
    </button>
  );
}

function connectorName(charger: Charger, id: string): string {
  return charger.connectors.find((connector) => connector.id === id)?.label ?? logWords.detail.connector(id);
}
