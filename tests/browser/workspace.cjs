// node workspace.cjs MODULES CHROMIUM PLAN.json: walks the workspace as people do, from an empty folder to a number, and says what is wrong.
// PLAN: {program, scratch, desk, documented, faulty, shots, guide, stories: [{name, ...}]}. The server is started and ended here.
// Prints a line for each thing that is wrong; the exit code is 1 then.
'use strict';
const fs = require('fs');
const path = require('path');
const {Served} = require('./workspace_server.cjs');
const {Walker} = require('./workspace_walker.cjs');
const {afternoon} = require('./workspace_afternoon.cjs');
const blocks = require('./workspace_blocks.cjs');
const {screens} = require('./workspace_screens.cjs');
const {persons} = require('./persons.cjs');
const [modules, chromium_path, plan_path] = process.argv.slice(2);
const {chromium} = require(path.join(modules, 'playwright-core'));
const plan = JSON.parse(fs.readFileSync(plan_path, 'utf8'));
plan.axe = fs.readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');

let wrong = 0;
const complain = text => { ++wrong; console.log(text); };
const stories = {afternoon, screens, persons, ...blocks};

const tell = async (browser, story) => {
  const began = Date.now();
  const folder = path.join(plan.scratch, story.name.replace(/[^a-z0-9-]/g, '_'));
  fs.mkdirSync(folder, {recursive: true});
  const served = new Served(plan, folder);
  const walker = new Walker(browser, served, plan, story, complain);
  try {
    await stories[story.tells](walker, served, plan, story);
    await walker.check_helps();
  } catch (error) {
    complain(`${story.name}: ${error.message.split('\n').slice(0, 6).join(' | ')} [at ${walker.address()}]`);
    await walker.screenshot('failed').catch(() => {});
  }
  await walker.close();
  await served.end();
  console.log(`  ${story.name}: ${((Date.now() - began) / 1000).toFixed(1)} s, ${walker.presses} presses, ${walker.screens.size} screens`);
};

(async () => {
  const browser = await chromium.launch({executablePath: chromium_path, args: ['--no-sandbox', '--disable-gpu']});
  for (const story of plan.stories) await tell(browser, story);
  await browser.close();
  console.log(`${plan.stories.length} stories told; ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
})();
