// A video plays in the place of its link. Nothing is asked of its host before the click; without this
// file, and where the video does not play, the link leads there.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-plays]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const player = document.createElement(link.dataset.plays);
  const name = link.querySelector(".video-name").textContent.trim();
  player.className = "video-player";
  if (player.localName === "video") {
    player.controls = player.autoplay = player.playsInline = true;
    player.poster = link.querySelector("img")?.currentSrc ?? "";
    player.ariaLabel = name;
    player.addEventListener("error", () => giveUp(link, player), { once: true });
  } else {
    player.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.title = name;
  }
  player.src = link.dataset.from;
  link.replaceWith(player);
  player.focus();
});

function giveUp(link, player) {
  link.removeAttribute("data-plays");
  player.replaceWith(link);
  link.focus();
}
