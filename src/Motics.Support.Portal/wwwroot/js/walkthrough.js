// Keyboard and paste for the walk-through. Everything that decides something happens on the server.

const writable = target => target instanceof Element && target.closest('input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable="true"]');

// Longer pastes are cut: an error message is short, and the circuit takes no message beyond 32 kB.
const longestText = 8000;

export function watchPaste(listener) {
  const onPaste = event => {
    const files = [...(event.clipboardData?.items ?? [])].filter(item => item.kind === 'file' && item.type.startsWith('image/'));
    if (files.length > 0) {
      event.preventDefault();
      const file = files[0].getAsFile();
      listener.invokeMethodAsync('OnPicturePasted', DotNet.createJSStreamReference(file), file.name || 'pasted.png', file.size);
      return;
    }
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '' || writable(event.target)) {
      return;
    }
    event.preventDefault();
    listener.invokeMethodAsync('OnTextPasted', text.slice(0, longestText));
  };
  document.addEventListener('paste', onPaste);
  return { stop: () => document.removeEventListener('paste', onPaste) };
}

// Arrows move between the answers without giving one (an answer is saved at once, so moving must not answer);
// 1 to 9 give the answer with that number while the focus is in the question.
export function watchAnswers() {
  const onKey = event => {
    const card = event.target instanceof Element && event.target.closest('[data-answers]');
    if (!card || event.ctrlKey || event.altKey || event.metaKey || writable(event.target)) {
      return;
    }
    const answers = [...card.querySelectorAll('[role=radio]')];
    const here = answers.indexOf(event.target.closest('[role=radio]'));
    const go = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (go && answers.length > 0) {
      event.preventDefault();
      answers[(here < 0 ? (go > 0 ? 0 : answers.length - 1) : here + go + answers.length) % answers.length].focus();
    } else if (/^[1-9]$/.test(event.key) && answers[event.key - 1]) {
      event.preventDefault();
      answers[event.key - 1].click();
    }
  };
  document.addEventListener('keydown', onKey);
  return { stop: () => document.removeEventListener('keydown', onKey) };
}

export function timeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
