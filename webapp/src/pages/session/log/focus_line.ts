/** To the line that the arrow keys walk from, so that a part that goes does not take the focus with it. */
export function focusLine(within: Element | null): void {
  const log = within?.closest("[data-log]");
  requestAnimationFrame(() =>
    log?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true }),
  );
}
