import { Button } from "@mantine/core";
import { useMemo } from "react";
import { bytes } from "../../parts/format";
import { goTo } from "../../parts/useRoute";
import { freeName } from "../../responder/profile_name";
import type { Profile } from "../../responder/rule";
import { unpack } from "../../responder/share";
import { useLive } from "../live";
import { Prose } from "../Prose";
import { deskOf } from "../session/answers/desk";
import { freshId } from "../session/answers/profile_edit";
import { Sentence } from "../session/answers/Sentence";
import { announce } from "../../parts/announce";
import { wrongWords } from "../session/answers/list/wrong_words";
import css from "./Take.module.css";
import { answersWords } from "../../words/answers";

/** Rules that came with a link: what they would do, before anything is taken over. */
export function TakePage({ packed }: { packed: string }) {
  const read = useMemo(() => unpack(packed), [packed]);
  return (
    <Prose title={answersWords.take.title}>
      {read.ok ? (
        <Preview profile={read.profile} size={packed.length} />
      ) : (
        <>
          <p role="status">{wrongWords(read.wrong)}</p>
          <div>
            <Button variant="default" component="a" href="#/">
              {answersWords.take.notNow}
            </Button>
          </div>
        </>
      )}
    </Prose>
  );
}

function Preview({ profile, size }: { profile: Profile; size: number }) {
  const desk = deskOf(useLive());
  const add = () => {
    const names = desk.profiles().map((one) => one.profile.name);
    const name = freeName(profile.name, names);
    desk.create(freshId(), { ...profile, name });
    announce(answersWords.take.added(name));
    goTo("#/");
  };
  return (
    <>
      <p>{answersWords.take.lead}</p>
      <section className={`card ${css.preview ?? ""}`} aria-label={profile.name}>
        <h2>{profile.name}</h2>
        <p className={css.size}>{answersWords.take.size(profile.rules.length, bytes(size))}</p>
        <ol className={css.rules}>
          {profile.rules.map((rule) => (
            <li key={rule.id}>
              <b>{rule.name}</b>
              {!rule.on && answersWords.take.off}
              <p>
                <Sentence rule={rule} />
              </p>
            </li>
          ))}
        </ol>
        {profile.defaults.length > 0 && <p>{answersWords.take.defaults(profile.defaults.length)}</p>}
      </section>
      <div className={css.ways}>
        <Button onClick={add}>{answersWords.take.add}</Button>
        <Button variant="default" component="a" href="#/">
          {answersWords.take.notNow}
        </Button>
      </div>
    </>
  );
}
