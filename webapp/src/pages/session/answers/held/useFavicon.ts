import { useEffect } from "react";

const plain = "./favicon.svg";
const dotted = "./favicon-waits.svg";

/** The tab's icon carries an amber dot while a call waits. */
export function useFavicon(waits: boolean): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon !== null) icon.setAttribute("href", waits ? dotted : plain);
  }, [waits]);
}
