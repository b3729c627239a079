// Pasting on a page. Everything that decides something happens on the server.

const writable = target => target instanceof Element && !target.closest('[data-paste-box]') && target.closest('input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable="true"]');

// Longer pastes are cut: an error message is short, and the circuit takes no message beyond 32 kB.
const longestText = 8000;

// Not through the middle of a character that JavaScript counts as two: half of one cannot be sent.
const cut = text => text.length <= longestText ? text : text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');

export function watchPaste(listener, pictures) {
  const onPaste = event => {
    const files = [...(event.clipboardData?.items ?? [])].filter(item => item.kind === 'file' && item.type.startsWith('image/'));
    if (files.length > 0 && pictures) {
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
    listener.invokeMethodAsync('OnTextPasted', cut(text));
  };
  document.addEventListener('paste', onPaste);
  document.body.dataset.pasteRead = 'true';
  return {
    stop: () => {
      document.removeEventListener('paste', onPaste);
      delete document.body.dataset.pasteRead;
    },
  };
}

export function timeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
