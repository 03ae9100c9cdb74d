"""Translation packages: which are here, which one translates, and how others come and go.

    choose(wish) -> Package         the one to translate with
    installed(), bundled()          what is here
    use(name), add(file), install("fr", "en"), remove(name)

Nothing is downloaded but by `install`, and no folder is made but by `use`, `add` and `install`.
"""

from notices.packages.installing import install
from notices.packages.package import Package, read_package
from notices.packages.places import Places, places
from notices.packages.placing import add, remove
from notices.packages.shelf import bundled, choose, installed, use, used_name

__all__ = [
    "Package",
    "Places",
    "add",
    "bundled",
    "choose",
    "install",
    "installed",
    "places",
    "read_package",
    "remove",
    "use",
    "used_name",
]
