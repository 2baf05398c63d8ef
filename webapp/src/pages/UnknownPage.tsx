import { Prose } from "./Prose";

export function UnknownPage() {
  return (
    <Prose title="Nothing is here">
      <p>
        This page has no such place. <a href="#/">Go to the chargers</a>
      </p>
    </Prose>
  );
}
