// Runs before everything else. Removes the ways out of a page that a content security policy cannot close:
// peer connections, navigation and new windows. It stops accidents, not hostile code, and says so in the docs.
(() => {
  'use strict';
  if (window.top !== window.self) {
    // Never shown inside another page: a frame could be dressed up around it.
    document.documentElement.remove();
    throw new Error('Fallow does not run inside a frame.');
  }
  const closed = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'WebSocket', 'WebSocketStream', 'EventSource'];
  for (const name of closed) {
    if (name in window) Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
  }
  Object.defineProperty(window, 'open', { value: () => null, writable: false, configurable: false });
  if ('navigation' in window) {
    window.navigation.addEventListener('navigate', (event) => {
      const target = new URL(event.destination.url);
      const own = target.origin === window.location.origin || target.protocol === 'blob:';
      if (!own && event.cancelable) event.preventDefault();
    });
  }
})();
