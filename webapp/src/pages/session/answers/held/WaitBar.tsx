import css from "./Held.module.css";

interface Props {
  filled: number;
  mark: number | null;
}

/** Its end is where most chargers give up, its mark where the fallback goes out. The words beside it say the same. */
export function WaitBar({ filled, mark }: Props) {
  return (
    <svg className={css.bar} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={css.barGround} x="0" y="3" width="1000" height="4" />
      <rect className={css.barFilled} x="0" y="3" width={filled * 1000} height="4" />
      {mark !== null && <rect className={css.barMark} x={mark * 1000 - 1} y="0" width="3" height="10" />}
    </svg>
  );
}
