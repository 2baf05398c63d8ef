import "../style/all";
import { createRoot } from "react-dom/client";
import { App } from "../app";
import { fakeLive } from "./fake_live";

// The pages with invented chargers and no relay: `npm run dev`, then /src/test/.
const root = document.getElementById("root");
if (root) createRoot(root).render(<App live={fakeLive()} />);
