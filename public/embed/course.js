// The page's own script: the element by its attributes and methods, the frame through the client.
import { connect } from './bouton-client.js';

const routes = document.querySelector('#routes');
document.querySelector('.acts').addEventListener('click', (event) => {
  const { set, reset } = event.target.dataset;
  if (set !== undefined) routes.setState({ set: { lit: set, sel: 'none' } });
  if (reset !== undefined) routes.reset();
});

const heard = document.querySelector('#heard');
const story = connect(document.querySelector('#story'), { fit: true });
story.on('ready', ({ view }) => (heard.textContent = `Shown: ${view.title}`));
story.on('change', ({ view, by }) => (heard.textContent = `${by === 'user' ? 'You went to' : 'This page went to'}: ${view.title}`));
story.on('step', ({ step, of }) => (heard.textContent = `Step ${step} of ${of}`));
story.on('answered', ({ choice }) => (heard.textContent = `You answered: ${choice}`));
story.on('completed', () => (heard.textContent = 'The story is finished.'));
