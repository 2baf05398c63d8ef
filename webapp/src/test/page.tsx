import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Request, Update } from "../live/contract";
import { PageStore } from "../live/page_store";
import { LiveContext } from "../pages/live";
import { resolver, theme } from "../style/theme";

// What jsdom lacks and the components ask for.
window.matchMedia = (media: string) =>
  ({ media, matches: false, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => {};
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Object.defineProperty(document, "fonts", { value: new EventTarget() });

/** Draws a part with a worker that only notes what it was asked. */
export function draw(part: ReactNode, update: Update = {}) {
  const store = new PageStore();
  const asked: Request[] = [];
  store.apply(update);
  const view = render(
    <MantineProvider theme={theme} cssVariablesResolver={resolver} env="test">
      <LiveContext value={{ store, ask: (request) => asked.push(request) }}>{part}</LiveContext>
    </MantineProvider>,
  );
  return { ...view, store, asked };
}
