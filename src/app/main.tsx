/** Entry of the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/base.css';
import { App } from './app';
import { EMBEDDED } from './embedding';

// Listens to the host page before there is anything to show.
if (EMBEDDED) void import('../embed/bridge').then(({ startBridge }) => startBridge());

// Safari on a Mac. On its touch screens fingers are heard as everywhere.
if ('GestureEvent' in window && navigator.maxTouchPoints === 0) void import('./trackpad-pinch').then(({ hearPinches }) => hearPinches());

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
