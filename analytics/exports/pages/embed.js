// Draws the figure that stands in the page, in the page's colours, as large as the frame lets it.
// A finger scrolls the page; on a chart that zoomed it would be caught.
const byFinger = matchMedia("(pointer: coarse)").matches ? { dragmode: false } : {};
const CROWDED = 1.8;
const NARROW = 500;
const room = document.getElementById("room");
const box = document.getElementById("chart");
const { data, layout } = JSON.parse(document.getElementById("figure").textContent);
const narrow = () => box.clientWidth <= NARROW;
const natural = () => (narrow() && layout.meta?.phone_height) || layout.height;

for (const trace of data) {
  if (typeof trace.geojson === "string") trace.geojson = box.dataset.root + trace.geojson;
}

// A long list of lanes keeps its height, and the frame scrolls; anything else fills the frame.
function fittingHeight() {
  const given = box.clientHeight;
  if (natural() <= CROWDED * given) return given;
  room.style.minHeight = `${natural()}px`;
  return natural();
}

// Names around a circle take a larger part of a narrow frame.
function reaching() {
  const reach = layout.meta?.phone_reach;
  if (!reach || !narrow()) return {};
  const range = [-reach, reach];
  return { xaxis: { ...layout.xaxis, range }, yaxis: { ...layout.yaxis, range } };
}

function fitted() {
  const page = getComputedStyle(document.body);
  return {
    ...layout,
    ...reaching(),
    ...byFinger,
    width: undefined,
    height: fittingHeight(),
    autosize: true,
    font: { ...layout.font, color: page.color },
    hoverlabel: { ...layout.hoverlabel, bgcolor: page.backgroundColor },
  };
}

function draw() {
  Plotly.react(box, data, fitted(), { displayModeBar: false, responsive: false });
}

draw();
new ResizeObserver(draw).observe(room);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
