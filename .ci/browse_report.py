#!/usr/bin/env python3
"""Opens a run's report.html in headless Chromium and uses it as a reader does, with mouse and keyboard.

    .ci/browse_report.py results/<study>/report.html [folder for screenshots]

Clicks the language switch, sorts a table by click and by keys, types into a filter, makes the screen
360 pixels wide, measures contrast as it is drawn, and prints to A4. Fails on a console error, an exception
or a request to anywhere. Prints every problem and exits with 1 if there is one.
"""

import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time


class Browser:
    """Chromium, spoken to over a pipe (its DevTools protocol)."""

    def __init__(self, profile):
        self.problems = []
        take, give = os.pipe(), os.pipe()
        # Chromium reads from 3 and writes to 4.
        os.dup2(take[0], 103), os.dup2(give[1], 104)
        self.process = subprocess.Popen(
            ["bash", "-c", 'exec "$@" 3<&103 4>&104', "luwes", "chromium", "--headless=new", "--no-sandbox",
             "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={profile}"],
            pass_fds=(103, 104), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        for descriptor in (103, 104, take[0], give[1]):
            os.close(descriptor)
        self.give, self.take, self.rest, self.number, self.session = take[1], give[0], b"", 0, None

    def message(self):
        while b"\0" not in self.rest:
            part = os.read(self.take, 1 << 20)
            if not part:
                raise EOFError("the browser ended")
            self.rest += part
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def __call__(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.give, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.notice(answer)

    def notice(self, event):
        method, said = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.problems.append(f"exception: {said['exceptionDetails'].get('text')}")
        elif method == "Runtime.consoleAPICalled" and said["type"] in ("error", "warning"):
            self.problems.append(f"console: {said['args']}")
        elif method == "Log.entryAdded" and said["entry"]["level"] in ("error", "warning"):
            self.problems.append(f"log: {said['entry']['text']}")
        elif method == "Network.requestWillBeSent":
            if not said["request"]["url"].startswith("file:"):
                self.problems.append(f"asks for {said['request']['url'][:80]}")

    def open(self, address):
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for room in ("Runtime", "Log", "Page", "Network"):
            self(f"{room}.enable")
        self("Page.navigate", url=address)
        # The empty page before it is complete too.
        self.wait("location.protocol === 'file:' && document.readyState === 'complete'")

    def value(self, script):
        result = self("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description"))
        return result["result"].get("value")

    def wait(self, script):
        for _ in range(600):
            if self.value(script):
                return
            time.sleep(0.05)
        self.problems.append(f"never true: {script}")

    def click(self, selector):
        """Presses and releases the mouse over the middle of an element."""
        spot = self.value(
            f"(function () {{ var e = document.querySelector({json.dumps(selector)});"
            " if (!e) { return null; } e.scrollIntoView({block: 'center', inline: 'center'});"
            " var b = e.getBoundingClientRect();"
            " return [b.left + b.width / 2, b.top + b.height / 2]; })()")
        if not spot:
            self.problems.append(f"nothing to click: {selector}")
            return
        for kind in ("mousePressed", "mouseReleased"):
            self("Input.dispatchMouseEvent", type=kind, x=spot[0], y=spot[1], button="left",
                 clickCount=1)

    def press(self, key, code, text=""):
        self("Input.dispatchKeyEvent", type="keyDown", key=key, code=key if key != " " else "Space",
             windowsVirtualKeyCode=code, text=text)
        self("Input.dispatchKeyEvent", type="keyUp", key=key, code=key if key != " " else "Space",
             windowsVirtualKeyCode=code)

    def size(self, width, height, mobile=False):
        self("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
             mobile=mobile)

    def end(self):
        try:
            self.session = None
            self("Browser.close")
        except (EOFError, BrokenPipeError):
            pass
        self.process.wait(timeout=20)


def expect(browser, script, text):
    if not browser.value(script):
        browser.problems.append(text)


def switch(browser):
    for language, word in (("en", "Summary"), ("id", "Ringkasan"), ("en", "Summary")):
        browser.click(f'[data-language="{language}"]')
        expect(browser, f"document.documentElement.lang === '{language}'", f"{language}: not switched")
        shown = browser.value("document.querySelector('nav a').innerText.trim()")
        if shown != word:
            browser.problems.append(f"{language}: the navigation says {shown!r}")


# The numbers of a column of the scenario table as rows stand now, those without one left out.
COLUMN = """Array.from(document.querySelectorAll('#tabel tbody tr')).map(function (row) {
  var figure = row.cells[5].querySelector('data'); return figure ? Number(figure.value) : null; })
  .filter(function (value) { return value !== null; })"""
HEAD = "#tabel thead th:nth-child(6)"


def sort(browser):
    def check(way, how):
        values = browser.value(COLUMN)
        if len(values) < 2 or values != sorted(values, reverse=way == "descending"):
            browser.problems.append(f"{how}: the column is not {way}: {values}")
        said = browser.value(f"document.querySelector('{HEAD}').getAttribute('aria-sort')")
        if said != way:
            browser.problems.append(f"{how}: aria-sort is {said}, not {way}")

    browser.click(f"{HEAD} [role=button]")
    check("ascending", "clicked")
    browser.click(f"{HEAD} [role=button]")
    check("descending", "clicked again")
    browser.value(f"document.querySelector('{HEAD} [role=button]').focus()")
    browser.press("Enter", 13, "\r")
    check("ascending", "Enter")
    browser.press(" ", 32, " ")
    check("descending", "Space")


def choose(browser):
    rows = "Array.from(document.querySelectorAll('#tabel tbody tr'))"
    visible = f"{rows}.filter(function (row) {{ return row.offsetParent !== null; }}).length"
    every = browser.value(visible)
    word = browser.value(f"{rows}[0].cells[0].innerText.trim()")
    browser.click("#tabel input[type=search]")
    browser("Input.insertText", text=word)
    some = browser.value(visible)
    if not 0 < some < every:
        browser.problems.append(f"typing {word!r} shows {some} of {every} rows")
    expect(browser, "/\\d/.test(document.getElementById('shown').innerText)", "no count of rows is said")
    browser.press("a", 65)
    browser.value("document.querySelector('#tabel input[type=search]').select()")
    browser.press("Backspace", 8)
    if browser.value(visible) != every:
        browser.problems.append("an emptied filter does not show all rows")


def tab(browser):
    browser.value("document.activeElement.blur(), window.scrollTo(0, 0)")
    browser.click("h1")
    browser.value("document.querySelector('.skip').focus()")
    browser.press("Tab", 9)
    expect(browser, "document.activeElement.matches('button[data-language], nav a')",
           "the second stop of the Tab key is neither language nor navigation")


# Elements with text of their own whose colour is too near the colour behind them.
CONTRAST = """(function () {
  function parse(text) {
    var parts = text.match(/[\\d.]+/g).map(Number);
    return parts.length < 4 ? parts.concat([1]) : parts;
  }
  function light(colour) {
    var linear = colour.slice(0, 3).map(function (c) { c /= 255;
      return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4); });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
  function behind(element) {
    for (var e = element; e; e = e.parentElement) {
      var colour = parse(getComputedStyle(e).backgroundColor);
      if (colour[3] === 1) { return colour; }
    }
    return [255, 255, 255, 1];
  }
  var found = {}, looked = 0;
  document.querySelectorAll('body *').forEach(function (element) {
    if (!element.offsetParent) { return; }
    var own = Array.from(element.childNodes).some(function (node) {
      return node.nodeType === 3 && node.textContent.trim(); });
    if (!own) { return; }
    looked += 1;
    var style = getComputedStyle(element);
    var one = light(parse(style.color)), other = light(behind(element));
    var ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) {
      found[element.tagName + '.' + element.className + ' ' + ratio.toFixed(2)] = 1;
    }
  });
  return {looked: looked, found: Object.keys(found)};
})()"""


def contrast(browser):
    browser.value("document.querySelectorAll('details').forEach(function (d) { d.open = true; })")
    result = browser.value(CONTRAST)
    if result["looked"] < 100:
        browser.problems.append(f"only {result['looked']} texts are drawn")
    browser.problems += [f"contrast below 4.5: {text}" for text in result["found"][:10]]


def narrow(browser):
    browser.size(360, 740, mobile=True)
    width = browser.value("document.documentElement.scrollWidth")
    if width > 360:
        wide = browser.value(
            "Array.from(document.querySelectorAll('body *')).filter(function (e) {"
            " return e.getBoundingClientRect().right > 361 && !e.closest('.scroll, nav'); })"
            ".slice(0, 5).map(function (e) { return e.tagName + '.' + e.className; })")
        browser.problems.append(f"at 360 pixels the page is {width} wide: {wide}")


def pdf(browser, folder):
    browser.value("document.querySelectorAll('details').forEach(function (d) { d.open = false; })")
    data = base64.b64decode(browser(
        "Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])
    if folder:
        (folder / "report.pdf").write_bytes(data)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", data)
    sizes = {tuple(sorted((round(float(a)), round(float(b))))) for a, b in boxes}
    # A4 in points; Chromium rounds it by a point.
    if not sizes or any(abs(a - 595) > 1 or abs(b - 842) > 1 for a, b in sizes):
        browser.problems.append(f"prints on {sizes}, not on A4")
    if len(re.findall(rb"/Type\s*/Page\b", data)) < 2:
        browser.problems.append("prints on one page")


def picture(browser, folder, name):
    if folder:
        (folder / f"{name}.png").write_bytes(
            base64.b64decode(browser("Page.captureScreenshot")["data"]))


def main():
    page = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(profile)
        try:
            browser.open(page.as_uri())
            browser.size(1280, 900)
            picture(browser, folder, "desktop")
            for step in (switch, sort, choose, tab, contrast):
                try:
                    step(browser)
                except RuntimeError as error:
                    browser.problems.append(f"{step.__name__} fails: {error}")
            narrow(browser)
            browser.value("window.scrollTo(0, 0)")
            picture(browser, folder, "narrow")
            browser("Emulation.clearDeviceMetricsOverride")
            pdf(browser, folder)
        finally:
            browser.end()
    for problem in browser.problems[:40]:
        print(problem)
    print(f"browser: {len(browser.problems)} problem(s)")
    return 1 if browser.problems else 0


if __name__ == "__main__":
    sys.exit(main())
