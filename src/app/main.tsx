/** Entry of the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/base.css';
import { App } from './app';
import { EMBEDDED } from './embedding';

// Listens to the host page before there is anything to show.
if (EMBEDDED) void import('../embed/bridge').then(({ startBridge }) => startBridge());

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
