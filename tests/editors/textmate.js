// Colours texts with the TextMate grammar, as VS Code does.
// Comes in: the folder that holds node_modules, the grammar's file; on stdin a JSON list of texts.
// Goes out: for each text a list of [line, start, end, scope], counted from 1 in UTF-16 units, as JavaScript counts.

const fs = require('fs');
const path = require('path');

const [modules, grammarFile] = process.argv.slice(2);
const from = name => require(require.resolve(name, { paths: [modules] }));
const oniguruma = from('vscode-oniguruma');
const textmate = from('vscode-textmate');

async function main() {
  const wasm = require.resolve('vscode-oniguruma/release/onig.wasm', { paths: [modules] });
  await oniguruma.loadWASM(fs.readFileSync(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(grammarFile, 'utf8'), grammarFile),
  });
  const grammar = await registry.loadGrammar('source.gen');
  const texts = JSON.parse(fs.readFileSync(0, 'utf8'));
  process.stdout.write(JSON.stringify(texts.map(text => marks(grammar, text))));
}

function marks(grammar, text) {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line, number) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .filter(token => token.scopes.length > 1)
      .map(token => [number + 1, token.startIndex + 1, token.endIndex + 1, token.scopes.at(-1)]);
  });
}

main();
