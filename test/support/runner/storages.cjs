const { AsyncLocalStorage } = require('node:async_hooks');

const used = new Set();

for (const method of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function (...args) {
    used.add(this);
    return original.apply(this, args);
  };
}

/**
 * Takes every storage that was used since the last call out of the making of promises, for which Node goes through all
 * of them, also those that nobody holds. What is used again comes back by itself.
 */
exports.disableUsedStorages = () => {
  for (const storage of used) storage.disable();
  used.clear();
};
