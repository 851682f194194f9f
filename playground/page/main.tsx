/// <reference types="vite/client" />
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/app.tsx";
import { ThemeKeeper } from "./shell/theme-keeper.tsx";
import "./css/tokens.css";
import "./css/shell.css";
import "./css/sidebar.css";
import "./css/messages.css";
import "./css/composer.css";
import "./css/blocks.css";
import "./css/popups.css";
import "./css/elements.css";
import "./css/dialogs.css";
import "./css/panes.css";
import "./css/narrow.css";

const root = document.getElementById("page");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <ThemeKeeper>
        <App />
      </ThemeKeeper>
    </StrictMode>,
  );
}
