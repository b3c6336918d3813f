// node check_pages.cjs MODULES CHROMIUM PLAN.json: opens sites as readers do and says what is wrong with their pages.
// PLAN: {languages, sites: [{name, root, url, views, scripts, axe, heard, only, search: [{language, queries: [{text, page | none}]}]}]}. `root` is a folder, `url`
// where it is served; without one it is opened as file://. `heard`: whether the tree of screen readers is looked at too.
// Prints a line for each thing that is wrong; the exit code is 1 then.
'use strict';
const fs = require('fs');
const path = require('path');
const {pathToFileURL} = require('url');
const [modules, chromium_path, plan_path] = process.argv.slice(2);
const {check_heard} = require('./heard.cjs');
const {chromium} = require(path.join(modules, 'playwright-core'));
const axe_source = fs.readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');
const plan = JSON.parse(fs.readFileSync(plan_path, 'utf8'));

let wrong = 0, pages_seen = 0, axe_runs = 0;
const complain = text => { ++wrong; console.log(text); };

const all_pages = (root, below = '') => fs.readdirSync(path.join(root, below), {withFileTypes: true}).flatMap(entry => {
  const name = below ? below + '/' + entry.name : entry.name;
  return entry.isDirectory() ? all_pages(root, name) : name.endsWith('.html') ? [name] : [];
});

// One page of each kind and language, the largest of its kind: that is where things go wrong. Signposts that lead on are no pages.
// `only`: the languages wanted, "" for the main one; undefined: all.
const pages_of = (root, languages, only) => {
  const kinds = new Map();
  for (const page of all_pages(root)) {
    const file = path.join(root, page);
    if (fs.readFileSync(file, 'utf8').includes('http-equiv="refresh"')) continue;
    const parts = page.split('/');
    const language = languages.includes(parts[0]) ? parts.shift() : '';
    if (only && !only.includes(language)) continue;
    const own = parts.length > 1 && !parts[1].startsWith('index') ? parts[0] + '/' : parts.join('/');
    const kind = language + ' ' + own, size = fs.statSync(file).size;
    if (!kinds.has(kind) || kinds.get(kind).size < size) kinds.set(kind, {page, size});
  }
  return [...kinds.values()].map(one => one.page);
};

const address = (site, page) => site.url ? site.url + page.split('/').map(encodeURIComponent).join('/') : pathToFileURL(path.join(site.root, page)).href;
const language_of = page => plan.languages.includes(page.split('/')[0]) ? page.split('/')[0] : 'en';
const home = site => site.url || pathToFileURL(site.root).href;

const views = {
  wide: {viewport: {width: 1440, height: 1000}, colorScheme: 'light'},
  narrow_dark: {viewport: {width: 390, height: 844}, colorScheme: 'dark'},
  wide_dark: {viewport: {width: 1440, height: 1000}, colorScheme: 'dark'},
  narrow: {viewport: {width: 390, height: 844}, colorScheme: 'light'},
};

// A page of a context that reports what it asks for and what it says.
const open = async (context, site, where) => {
  const page = await context.newPage();
  page.on('request', request => {
    if (!request.url().startsWith(home(site))) complain(`${where()}: asks for ${request.url()}`);
  });
  page.on('requestfailed', request => complain(`${where()}: cannot load ${request.url()}`));
  page.on('response', response => {
    if (response.status() >= 400) complain(`${where()}: ${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', error => complain(`${where()}: ${error}`));
  page.on('console', message => {
    if (message.type() === 'error') complain(`${where()}: console: ${message.text()}`);
  });
  return page;
};

const check_axe = async (page, where) => {
  await page.evaluate(axe_source);
  const result = await page.evaluate(() => axe.run(document, {resultTypes: ['violations'], preload: false}));
  ++axe_runs;
  for (const violation of result.violations) {
    const nodes = violation.nodes.slice(0, 2).map(node => node.target.join(' ') + ' ' + node.failureSummary.split('\n').slice(1, 2).join('').trim()).join(' | ');
    complain(`${where()}: axe ${violation.id}: ${nodes}`);
  }
};

// axe waits for timers, which do not run where scripts are off: so the page is taken as it stands there, with what is written for readers without scripts, and
// looked at in another page of the same address that runs them.
const check_axe_without_scripts = async (page, other, where) => {
  const seen = (await page.content()).replace(/<script\b[^>]*>.*?<\/script>/gs, '').replace(/<\/?noscript[^>]*>/g, '');
  await other.goto(page.url());
  await other.setContent(seen, {waitUntil: 'load'});
  await check_axe(other, where);
};

const check_width = async (page, where) => {
  const [width, window_width, widest] = await page.evaluate(() => {
    const width = document.documentElement.scrollWidth, inside = document.documentElement.clientWidth;
    const widest = width <= inside ? '' : [...document.body.querySelectorAll('*')].filter(one => !one.closest('.scroll') && one.getBoundingClientRect().right > inside + 1)
      .slice(0, 3).map(one => one.tagName + '.' + one.className).join(' ');
    return [width, inside, widest];
  });
  if (width > window_width) complain(`${where()}: ${width} wide in a window of ${window_width}: ${widest}`);
};

const check_mirrored = async (page, where) => {
  const side = await page.evaluate(() => getComputedStyle(document.body).direction);
  if (side !== 'rtl') complain(`${where()}: is not written from the right`);
};

const check_site = async (browser, site) => {
  const pages = pages_of(site.root, plan.languages, site.only);
  for (const [view, options] of Object.entries(views)) {
    if (!site.views.includes(view)) continue;
    for (const scripts of site.scripts) {
      const context = await browser.newContext({...options, javaScriptEnabled: scripts, bypassCSP: true});
      let current = '';
      const where = () => `${site.name}/${current} (${view}, scripts ${scripts ? 'on' : 'off'})`;
      const page = await open(context, site, where);
      const with_scripts = scripts ? context : await browser.newContext({...options, bypassCSP: true});
      const other = scripts ? null : await with_scripts.newPage();
      for (current of pages) {
        await page.goto(address(site, current));
        ++pages_seen;
        // What is folded is looked at too.
        await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
        if (options.viewport.width < 1000) await check_width(page, where);
        if (current.startsWith('ar-x-test/')) await check_mirrored(page, where);
        if (site.axe && scripts) await check_axe(page, where);
        if (site.axe && !scripts) await check_axe_without_scripts(page, other, where);
        if (site.heard) await check_heard(page, where, language_of(current), complain);
      }
      await context.close();
      if (!scripts) await with_scripts.close();
    }
  }
};

// Names are found as they are typed, on the page as it stands with its own policy; what was loaded is counted.
const check_search = async (browser, site, language, queries) => {
  const context = await browser.newContext(views.narrow);
  let query = '';
  const where = () => `${site.name}/${language}search.html, ${JSON.stringify(query)}`;
  for (const one of queries) {
    query = one.text;
    let bytes = 0;
    const page = await open(context, site, where);
    page.on('requestfinished', request => {
      const name = new URL(request.url()).pathname;
      if (name.endsWith('.js')) bytes += fs.statSync(path.join(site.root, decodeURIComponent(name).slice(decodeURIComponent(new URL(home(site)).pathname.replace(/\/?$/, '/')).length))).size;
    });
    await page.goto(address(site, language + 'search.html'));
    await page.fill('input[type=search]', one.text);
    await page.press('input[type=search]', 'Enter');
    await page.waitForFunction(() => document.getElementById('status').textContent !== '', null, {timeout: 10000}).catch(() => complain(`${where()}: nothing happens`));
    const links = await page.$$eval('#found a', all => all.map(link => link.getAttribute('href')));
    if (one.page && !links.includes(one.page)) complain(`${where()}: ${one.page} is not among ${links.length} found`);
    if (one.none && links.length) complain(`${where()}: ${links.length} found where there is none`);
    if (bytes > 60000) complain(`${where()}: loads ${bytes} bytes`);
    if (one.page && links.includes(one.page)) {
      await page.click(`#found a[href="${one.page}"]`);
      const title = await page.title();
      if (!title) complain(`${where()}: ${one.page} has no title`);
    }
    await page.close();
  }
  await context.close();
};

(async () => {
  const browser = await chromium.launch({executablePath: chromium_path, args: ['--no-sandbox']});
  for (const site of plan.sites) {
    await check_site(browser, site);
    for (const {language, queries} of site.search || []) await check_search(browser, site, language, queries);
  }
  await browser.close();
  console.log(`${pages_seen} pages opened, ${axe_runs} of them by axe; ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
})();
