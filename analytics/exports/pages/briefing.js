// Draws the figures that stand in the page in the page's colours; on paper they are drawn anew for its width.
// A finger scrolls the page; on a chart that zoomed it would be caught.
const byFinger = matchMedia("(pointer: coarse)").matches ? { dragmode: false } : {};
const outlines = JSON.parse(document.getElementById("outlines").textContent);
const boxes = [...document.querySelectorAll(".chart")];

function draw(box) {
  const { data, layout } = JSON.parse(document.getElementById(box.dataset.figure).textContent);
  for (const trace of data) {
    if (typeof trace.geojson === "string") trace.geojson = outlines[trace.geojson];
  }
  const page = getComputedStyle(document.body);
  const fitted = {
    ...layout,
    ...byFinger,
    width: box.clientWidth,
    font: { ...layout.font, color: page.color },
    hoverlabel: { ...layout.hoverlabel, bgcolor: page.backgroundColor },
  };
  return Plotly.react(box, data, fitted, { displayModeBar: false, responsive: false });
}

function drawAll() {
  return Promise.all(boxes.map(draw));
}

drawAll().then(() => { document.body.dataset.drawn = boxes.length; });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
addEventListener("resize", drawAll);
addEventListener("beforeprint", drawAll);
addEventListener("afterprint", drawAll);
