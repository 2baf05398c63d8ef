import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import css from "./Boundary.module.css";
import { CopyButton } from "./CopyButton";

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
        <p>This part stopped working. Your log and rules are safe.</p>
        <div className={css.ways}>
          <Button variant="default" onClick={() => this.setState({ fault: null })}>
            Reload this part
          </Button>
          <CopyButton name="Copy details" text={details(this.props.part, fault)} label="Copy details" />
        </div>
      </div>
    );
  }
}

function details(part: string, fault: Error): string {
  return `${part}: ${fault.name}: ${fault.message}\n${fault.stack ?? ""}`;
}
