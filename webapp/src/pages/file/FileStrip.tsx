import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconFileImport, IconX } from "@tabler/icons-react";
import type { Charger, OpenedFile } from "../../live/contract";
import { fileIdentity } from "../../live/files/file_identity";
import { Chip } from "../../parts/Chip";
import { sessionHash, type View } from "../../parts/route";
import { goTo } from "../../parts/useRoute";
import { filesWords } from "../../words/files";
import { useLive } from "../live";
import { BackToChargers } from "../session/strip/BackToChargers";
import { ConnectorChips } from "../session/strip/ConnectorChips";
import strip from "../session/strip/Strip.module.css";
import { sessionWords } from "../../words/session";
import links from "../session/strip/ViewLinks.module.css";
import { versionWords } from "../version_words";
import css from "./File.module.css";
import { chooseFile } from "./open_file";

interface Props {
  file: OpenedFile;
  charger: Charger | undefined;
  view: View;
  phone: boolean;
}

/** The file's name, whom it tells of, and that nobody is behind it. */
export function FileStrip({ file, charger, view, phone }: Props) {
  const live = useLive();
  const version = charger?.connection?.version;
  const shut = () => {
    live.ask({ kind: "shut-file" });
    goTo("#/");
  };
  return (
    <section className={css.strip} aria-label={sessionWords.views["charge-point"]}>
      <div className={css.line}>
        {phone && <BackToChargers />}
        <h1 className={`${strip.identity} ${css.name}`} tabIndex={-1}>
          {file.name}
        </h1>
        {file.identity !== "" && <Chip>{file.identity}</Chip>}
        {version !== undefined && <Chip>{versionWords(version)}</Chip>}
        {file.anonymised && <Chip>{filesWords.anonymised}</Chip>}
        <nav className={links.views} aria-label={filesWords.views}>
          {(["log", "charge-point"] as const).map((one) => (
            <a key={one} href={sessionHash(fileIdentity, one)} aria-current={one === view ? "page" : undefined}>
              {sessionWords.views[one]}
            </a>
          ))}
        </nav>
        <div className={css.ways}>
          {phone ? (
            <ActionIcon aria-label={filesWords.openAnother} onClick={() => chooseFile(live)}>
              <IconFileImport size={16} />
            </ActionIcon>
          ) : (
            <Button variant="default" leftSection={<IconFileImport size={15} />} onClick={() => chooseFile(live)}>
              {filesWords.openAnother}
            </Button>
          )}
          <Tooltip label={filesWords.shut}>
            <ActionIcon aria-label={filesWords.shut} onClick={shut}>
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <div className={css.line}>
        <p className={css.said}>{words(file)}</p>
        {charger !== undefined && <ConnectorChips charger={charger} />}
      </div>
    </section>
  );
}

function words({ read, size, kept }: OpenedFile): string {
  if (read !== null) return filesWords.reading(Math.round((100 * read) / Math.max(1, size)));
  return kept ? filesWords.notACharger : `${filesWords.notACharger} ${filesWords.notKept}`;
}
