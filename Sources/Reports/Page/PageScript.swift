/// The page's own script: language, sorting, filters, where a number stands.
///
/// The page can be read without it, in the language of the run.
enum PageScript {
  /// What the page's content policy knows the script by; a test computes it anew.
  static let hash = "sha256-It4knqcl1qxQS6E4lQLLt25E32s0aLsmCjyLOAboyrw="

  static let text: StaticString = #"""
    (function () {
      "use strict";
      var root = document.documentElement;
      root.classList.add("js");
      var buttons = document.querySelectorAll("[data-language]");
      function speak(language) {
        root.lang = language;
        buttons.forEach(function (button) {
          button.setAttribute("aria-pressed", String(button.dataset.language === language));
        });
        tell();
      }
      buttons.forEach(function (button) {
        button.addEventListener("click", function () { speak(button.dataset.language); });
      });

      function key(cell) {
        var figure = cell.querySelector("data");
        if (figure) { return Number(figure.value); }
        return cell.textContent.trim().toLowerCase();
      }
      function order(table, column, descending) {
        var body = table.tBodies[0];
        Array.from(body.rows).map(function (row, place) {
          return { row: row, key: key(row.cells[column]), place: place };
        }).sort(function (a, b) {
          var numbers = typeof a.key === "number" && typeof b.key === "number";
          if (typeof a.key !== typeof b.key) { return typeof a.key === "number" ? -1 : 1; }
          var difference = numbers ? a.key - b.key : a.key.localeCompare(b.key);
          return (descending ? -difference : difference) || a.place - b.place;
        }).forEach(function (entry) { body.appendChild(entry.row); });
      }
      document.querySelectorAll("table[data-sortable]").forEach(function (table) {
        var heads = Array.from(table.tHead.rows[0].cells);
        heads.forEach(function (head, column) {
          var button = document.createElement("span");
          button.setAttribute("role", "button");
          button.tabIndex = 0;
          while (head.firstChild) { button.appendChild(head.firstChild); }
          head.appendChild(button);
          function sort() {
            var descending = head.getAttribute("aria-sort") === "ascending";
            heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
            head.setAttribute("aria-sort", descending ? "descending" : "ascending");
            order(table, column, descending);
          }
          button.addEventListener("click", sort);
          button.addEventListener("keydown", function (event) {
            if (event.key !== "Enter" && event.key !== " ") { return; }
            event.preventDefault();
            sort();
          });
        });
      });

      function filter(form) {
        var words = form.querySelector("[data-words]").value.trim().toLowerCase();
        var lawful = form.querySelector("[data-lawful]");
        var hidden = Array.from(form.querySelectorAll("[data-verdict]")).filter(function (box) {
          return !box.checked;
        }).map(function (box) { return box.dataset.verdict; });
        var rows = document.querySelectorAll("#" + form.dataset.filters + " tbody tr");
        rows.forEach(function (row) {
          row.hidden = row.textContent.toLowerCase().indexOf(words) < 0
            || hidden.indexOf(row.dataset.verdict) >= 0
            || (lawful && lawful.checked && row.dataset.lawful !== "true");
        });
        tell();
      }
      function tell() {
        var status = document.getElementById("shown");
        if (!status) { return; }
        var rows = Array.from(document.querySelectorAll("#tabel tbody tr"));
        var shown = rows.filter(function (row) { return !row.hidden; }).length;
        status.textContent = shown === rows.length ? "" : root.lang === "id"
          ? shown + " dari " + rows.length + " baris tampil"
          : shown + " of " + rows.length + " rows shown";
      }
      document.querySelectorAll("form[data-filters]").forEach(function (form) {
        form.addEventListener("input", function () { filter(form); });
        form.addEventListener("submit", function (event) { event.preventDefault(); });
      });

      document.addEventListener("mouseover", function (event) {
        var figure = event.target.closest ? event.target.closest("[data-at]") : null;
        if (figure && !figure.title) {
          figure.title = figure.dataset.at.split("|").filter(Boolean).join(" · ");
        }
      });

      function reveal() {
        var target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
        if (target && target.tagName === "DETAILS") {
          target.open = true;
          target.scrollIntoView();
        }
      }
      window.addEventListener("hashchange", reveal);
      reveal();
      var asked = new URLSearchParams(location.search).get("lang");
      if (asked === "id" || asked === "en") { speak(asked); }
    })();
    """#
}
