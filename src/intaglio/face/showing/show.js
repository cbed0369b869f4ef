// A screen of a show: asks for each passage as it begins, and draws it. It holds what it shows while nobody answers.
// It asks for the next while one is still on its way: where a hand leads the show, that breaks off for what comes.
"use strict";

const screen = document.body.dataset.screen;
const canvas = document.getElementById("picture");
const brush = canvas.getContext("2d", { alpha: false });
const PATIENCE = 500; // ms after which a server that is away is asked again
const BRIEF = 30; // ms that a passage is seen at least, so that many in a row get somewhere
const SOON = 20; // ms after which it is asked again where a picture had to make room for a later one
const SEEN = 768; // px of the shorter side that a picture is enlarged to, by a whole number
const SQUARES = 16; // px up to which a picture is its pixels
const seen = { begun: 0, passage: 0, drawn: 0, slowest: 0, away: 0 }; // for whoever looks after it
window.seen = seen;

const wait = (time) => new Promise((done) => setTimeout(done, time));
const tick = () => new Promise((done) => requestAnimationFrame(done));
let coming = null; // the passage that is drawn next, with its frames
let arrived = () => {};

async function answered(address, how) {
  const answer = await fetch(address, how);
  if (!answer.ok) throw Object.assign(new Error(answer.status), { status: answer.status });
  return answer;
}

async function picture(address) {
  return createImageBitmap(await (await answered(address)).blob());
}

function fit(image) {
  const shorter = Math.min(image.width, image.height);
  const factor = Math.max(1, Math.ceil(SEEN / shorter));
  const [width, height] = [image.width * factor, image.height * factor];
  canvas.classList.toggle("squares", shorter <= SQUARES);
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
  brush.imageSmoothingEnabled = shorter > SQUARES;
  brush.imageSmoothingQuality = "high";
}

function draw(image, share) {
  brush.globalAlpha = share;
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
}

// Go over to the last of a passage's frames, from what is on the canvas now, in so many seconds, or until another comes.
async function dissolve(number, frames, seconds) {
  const before = canvas.width > 1 ? await createImageBitmap(canvas) : null;
  fit(frames[0]);
  const way = [before, ...frames];
  const begun = performance.now();
  let last = begun;
  for (;;) {
    const now = await tick();
    const share = seconds > 0 ? Math.min(1, Math.max(0, (now - begun) / (seconds * 1000))) : 1;
    const place = share * share * (3 - 2 * share) * frames.length;
    const behind = Math.min(Math.floor(place), frames.length - 1);
    if (way[behind] === null) {
      brush.globalAlpha = 1;
      brush.fillStyle = "#000";
      brush.fillRect(0, 0, canvas.width, canvas.height);
    } else {
      draw(way[behind], 1);
    }
    draw(way[behind + 1], place - behind);
    seen.drawn += 1;
    seen.begun = number;
    seen.slowest = Math.max(seen.slowest, now - last);
    last = now;
    if (share >= 1 || (coming && now - begun > BRIEF)) break;
  }
  way.forEach((image) => image && image.close());
}

async function next(after) {
  const answer = await answered(`/screen/${screen}/next?after=${after}`, { cache: "no-store" });
  return answer.status === 204 ? null : answer.json();
}

async function listen() {
  let after = "";
  for (;;) {
    try {
      const passage = await next(after);
      if (passage === null) continue;
      const wanted = after === "" ? passage.frames.slice(-1) : passage.frames;
      const frames = await Promise.all(wanted.map(picture));
      after = passage.name;
      if (coming) coming.frames.forEach((image) => image.close());
      coming = { passage, frames };
      arrived();
    } catch (error) {
      if (error.status === 404) {
        await wait(SOON);
      } else {
        seen.away += 1;
        await wait(PATIENCE);
      }
    }
  }
}

async function play() {
  for (;;) {
    if (!coming) await new Promise((done) => (arrived = done));
    const { passage, frames } = coming;
    coming = null;
    await dissolve(passage.number, frames, passage.dissolve);
    seen.passage = passage.number;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "f" && event.key !== "F") return;
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
});

listen();
play();
