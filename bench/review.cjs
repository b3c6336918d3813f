// node review.cjs MODULES CHROMIUM LINK COUNT: comes in by the link and answers by keyboard; prints the milliseconds from each key to the frame with the next task, as JSON.
'use strict';
const path = require('path');
const [modules, chromium_path, link, count] = process.argv.slice(2);
const {chromium} = require(path.join(modules, 'playwright-core'));

(async () => {
  const browser = await chromium.launch({executablePath: chromium_path, args: ['--no-sandbox', '--disable-gpu']});
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  await page.goto(link);
  await page.waitForFunction(() => !location.pathname.startsWith('/in'));
  await page.goto(link.replace(/\/in#.*/, '/review'));
  await page.evaluate(() => {
    window.painted = [];
    document.addEventListener('keydown', () => {
      const began = performance.now();
      const before = document.querySelector('#review-tasks > .task')?.dataset.key;
      requestAnimationFrame(() => {
        const after = new MessageChannel();  // behind the frame
        after.port1.onmessage = () => { if (document.querySelector('#review-tasks > .task')?.dataset.key !== before) window.painted.push(performance.now() - began); };
        after.port2.postMessage(null);
      });
    }, true);
  });
  for (let at = 0; at < Number(count); ++at) {
    const has = await page.waitForSelector('#review-tasks > .task:not([hidden])', {timeout: 3000}).catch(() => null);
    if (!has) break;
    await page.keyboard.press('Digit2');
    await page.waitForTimeout(150);  // a reviewer takes longer
  }
  console.log(JSON.stringify(await page.evaluate(() => window.painted)));
  await browser.close();
})();
