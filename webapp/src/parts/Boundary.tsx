import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import css from "./Boundary.module.css";
import { CopyButton } from "./CopyButton";
import { partsWords } from "../words/parts";

interface Props {
  /** The part's name, for the copied details. */
  part: string;
  children: ReactNode;
}

/** Keeps one broken part from taking the others with it. */
export class Boundary extends Component<Props, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render() {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <div className={css.fault} role="alert">
        <p>{partsWords.broken.says}</p>
        <div className={css.ways}>
          <Button variant="default" onClick={() => this.setState({ fault: null })}>
            {partsWords.broken.reload}
          </Button>
          <CopyButton
            name={partsWords.broken.copyDetails}
            text={details(this.props.part, fault)}
            label={partsWords.broken.copyDetails}
          />
        </div>
      </div>
    );
  }
}

function details(part: string, fault: Error): string {
  return `${part}: ${fault.name}: ${fault.message}\n${fault.stack ?? ""}`;
}
