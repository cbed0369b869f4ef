// The stages of a score, told by the shape of its lines, so that one can be opened without a language server.
// @ts-check

const NO_STAGE = /^(gen|work|use|let|takes|gives)$/;

/**
 * Each stage's name, as it is reached from outside, and its first and last line, counted from 0. What a recipe makes is
 * not the score's own; what a group makes is reached through it.
 * @param {string} text
 * @returns {{ name: string, first: number, last: number }[]}
 */
function stagesOf(text) {
  /** @type {{ name: string, first: number, last: number }[]} */
  const found = [];
  /** @type {string[]} */
  let groups = [];
  let depth = -1; // of the stage or recipe that lines further in belong to
  let isStage = false;
  text.split(/\r?\n/).forEach((raw, line) => {
    const said = raw.trimStart();
    if (!said || said.startsWith('--')) {
      return;
    }
    const margin = raw.length - said.length;
    if (depth >= 0 && margin > depth) {
      if (isStage) {
        found[found.length - 1].last = line;
      }
      return;
    }
    groups = groups.slice(0, Math.floor(margin / 2));
    const [verb, name] = said.trimEnd().split(/[\s,]+/);
    const inGroup = verb === 'group';
    depth = inGroup ? -1 : margin;
    isStage = !inGroup && verb !== 'recipe' && !!name && !NO_STAGE.test(verb);
    if (inGroup) {
      groups.push(name);
    } else if (isStage) {
      found.push({ name: [...groups, name].join('.'), first: line, last: line });
    }
  });
  return found;
}

module.exports = { stagesOf };
