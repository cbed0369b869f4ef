// Puts the extension and the libraries that it needs into one file, and beside it the licences of these libraries.
// @ts-check

const esbuild = require('esbuild');
const fs = require('fs');
const path = require('path');

async function build() {
  const { metafile } = await esbuild.build({
    entryPoints: ['extension.js'],
    outfile: 'dist/extension.js',
    bundle: true,
    external: ['vscode'],
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    minify: true,
    metafile: true,
  });
  const folders = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;
  const libraries = new Set(Object.keys(metafile.inputs).flatMap(file => file.match(folders) ?? []));
  fs.writeFileSync('dist/LIBRARIES.txt', [...libraries].sort().map(notice).join('\n'));
}

/** @param {string} folder */
function notice(folder) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = fs.readdirSync(folder).find(file => /^licen[cs]e/i.test(file));
  if (!licence) {
    throw new Error(`${name} comes without its licence`);
  }
  return `== ${name} ${version} ==\n\n${fs.readFileSync(path.join(folder, licence), 'utf8').trim()}\n`;
}

build();
