// The extension: it starts the language server, and the commands that make pictures.
// @ts-check

const fs = require('fs');
const path = require('path');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { stagesOf } = require('./stages');

const RUN_A_STAGE = 'intaglio.run'; // what the server's code lens sends: the score's URI and a stage's name

/** @type {LanguageClient | undefined} */
let client;
let turn = Promise.resolve();

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  const commands = {
    'gen.run': () => perform('run'),
    'gen.watch': () => perform('watch'),
    'gen.print': () => perform('print'),
    'gen.open': open,
    'gen.restart': restart,
    [RUN_A_STAGE]: runStage,
  };
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  }
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('gen.server') || change.affectsConfiguration('gen.path')) {
        return restart();
      }
    }),
  );
  await inTurn(start);
}

function deactivate() {
  return inTurn(stop);
}

// The language server ------------------------------------------------------------------------------------------------

async function start() {
  const settings = vscode.workspace.getConfiguration('gen');
  if (!settings.get('server.enabled')) {
    return;
  }
  const command = program('gen-lsp', settings.get('server.path'), firstFolder());
  if (!isThere(command)) {
    sayMissing('gen-lsp', 'gen.server.path', 'Colours and snippets work without it.');
    return;
  }
  const made = new LanguageClient(
    'gen',
    'Gen',
    { command, args: [], options: { cwd: firstFolder() } },
    {
      documentSelector: [{ scheme: 'file', language: 'gen' }, { scheme: 'untitled', language: 'gen' }],
      diagnosticCollectionName: 'gen',
    },
  );
  keepToOurselves(made, RUN_A_STAGE);
  client = made;
  try {
    await made.start();
  } catch {
    client = undefined; // the client has shown why, with a way to its log
  }
}

/**
 * A command that the server may name among its own is done here, where the terminal is.
 * @param {LanguageClient} made
 * @param {string} command
 */
function keepToOurselves(made, command) {
  const feature = made.getFeature('workspace/executeCommand');
  const register = feature.register.bind(feature);
  feature.register = ({ id, registerOptions }) =>
    register({ id, registerOptions: { commands: registerOptions.commands.filter(each => each !== command) } });
}

async function stop() {
  const stopping = client;
  client = undefined;
  if (stopping?.isRunning()) {
    await stopping.stop();
  }
}

function restart() {
  return inTurn(async () => {
    await stop();
    await start();
  });
}

/**
 * Starts and stops wait for each other, so that trust given while a server starts does not start a second.
 * @param {() => Promise<void>} action
 */
function inTurn(action) {
  turn = turn.then(action, action);
  return turn;
}

// Commands -----------------------------------------------------------------------------------------------------------

/**
 * Do something with the score that is open.
 * @param {string} verb
 */
async function perform(verb) {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'gen') {
    await execute(verb, document);
  } else {
    vscode.window.showInformationMessage('Open a score first: a file that ends in .gen.');
  }
}

/**
 * Run one stage, or everything without one.
 * @param {string} uri
 * @param {string | undefined} stage
 */
async function runStage(uri, stage) {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await execute('run', document, stage ? [stage] : []);
}

/** Show what a stage made: the one under the cursor, or one that is chosen. */
async function open() {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'gen') {
    vscode.window.showInformationMessage('Open a score first: a file that ends in .gen.');
    return;
  }
  const stages = stagesOf(editor.document.getText());
  const line = editor.selection.active.line;
  const under = stages.findLast(stage => stage.first <= line && line <= stage.last);
  const name = under?.name ?? (await vscode.window.showQuickPick(
    stages.map(stage => stage.name),
    { placeHolder: 'Which stage shall be shown?' },
  ));
  if (name) {
    await execute('open', editor.document, [name]);
  }
}

/**
 * Start `gen` in the terminal, in the score's folder. No shell reads the names.
 * @param {string} verb
 * @param {vscode.TextDocument} document
 * @param {string[]} names
 */
async function execute(verb, document, names = []) {
  if (!vscode.workspace.isTrusted) {
    vscode.window.showWarningMessage('Nothing is run in a folder that you have not said you trust.');
    return;
  }
  if (document.uri.scheme !== 'file' || !(await document.save())) {
    vscode.window.showInformationMessage('Save the score first: its pictures lie beside it.');
    return;
  }
  const file = document.uri.fsPath;
  const folder = path.dirname(file);
  const command = program('gen', vscode.workspace.getConfiguration('gen', document.uri).get('path'), folder);
  if (!isThere(command)) {
    await sayMissing('gen', 'gen.path', 'It comes with Intaglio.');
    return;
  }
  const task = new vscode.Task(
    { type: 'gen', verb, file, names },
    vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.TaskScope.Workspace,
    [verb, path.basename(file), ...names].join(' '),
    'gen',
    new vscode.ProcessExecution(command, [verb, path.basename(file), ...names], { cwd: folder }),
  );
  task.presentationOptions = { clear: true, focus: false, panel: vscode.TaskPanelKind.Dedicated, showReuseMessage: false };
  await vscode.tasks.executeTask(task);
}

// Programs -----------------------------------------------------------------------------------------------------------

/**
 * Where a program lies: where the settings say, in the nearest `.venv` of a trusted folder, or on the path.
 * @param {string} name
 * @param {string | undefined} said
 * @param {string | undefined} folder
 * @returns {string}
 */
function program(name, said, folder) {
  if (said) {
    return said.startsWith('~') ? path.join(require('os').homedir(), said.slice(1)) : said;
  }
  const inside = process.platform === 'win32' ? ['Scripts', `${name}.exe`] : ['bin', name];
  for (let at = folder; vscode.workspace.isTrusted && at; at = path.dirname(at) === at ? undefined : path.dirname(at)) {
    const here = path.join(at, '.venv', ...inside);
    if (fs.existsSync(here)) {
      return here;
    }
  }
  return name;
}

/**
 * Whether a program is there, given as a path or as a name on the path.
 * @param {string} command
 */
function isThere(command) {
  if (command.includes(path.sep)) {
    return fs.existsSync(command);
  }
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some(folder => endings.some(ending => fs.existsSync(path.join(folder, command + ending))));
}

function firstFolder() {
  return vscode.workspace.workspaceFolders?.find(folder => folder.uri.scheme === 'file')?.uri.fsPath;
}

/**
 * @param {string} name
 * @param {string} setting
 * @param {string} more
 */
async function sayMissing(name, setting, more) {
  const where = 'Say where it is';
  const message = `I did not find \`${name}\`. ${more} To install it: pip install "intaglio[lsp]"`;
  if ((await vscode.window.showWarningMessage(message, where)) === where) {
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
  }
}

module.exports = { activate, deactivate };
