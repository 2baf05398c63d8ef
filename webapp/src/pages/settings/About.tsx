import { settingsWords } from "../../words/settings";
import { useStored } from "../live";
import { Line } from "./Line";
import css from "./Settings.module.css";

const words = settingsWords.about;

export function About() {
  const about = useStored((store) => store.about());
  return (
    <section className={`card ${css.group}`} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <Line name={words.relay}>{about == null ? words.unknown : words.version(about.version)}</Line>
      <Line name={words.licence}>{words.licenceName}</Line>
      <Line name={words.fonts}>{words.fontNames}</Line>
    </section>
  );
}
