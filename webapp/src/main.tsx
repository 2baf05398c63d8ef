import "./style/all";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { start } from "./live/start";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App live={start()} />);
