// A preview keeps nothing: a worker that an earlier site left in this browser goes as soon as it sees this one.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
