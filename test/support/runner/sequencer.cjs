const { default: Sequencer } = require('@jest/test-sequencer');

/** Rooms whose tests take minutes: browsers, servers that are killed, whole stacks. */
const long = ['/test/e2e/', '/test/local/', '/test/workflows/', '/test/worker/'];

/** The long files first, so that no worker is left with one of them while the others have nothing to do. */
module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path, context }) =>
      context.config.displayName.name === 'real' && long.some(room => path.includes(room)) ? 0 : 1;
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
};
