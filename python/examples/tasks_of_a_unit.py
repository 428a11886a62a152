"""All tasks of a unit over the years, and a plot of how many it leads.

    python tasks_of_a_unit.py ARCHIVE UNIT PLOT.png
"""

import sys

import gongbao


def main():
    folder, unit, plot = sys.argv[1:]
    archive = gongbao.Archive(folder)
    roles = archive.table("assignments", f"unit:{unit}")
    roles = roles[roles["unit"] == unit]
    years = archive.table("documents")[["document", "file", "year"]]
    roles = roles.merge(years, on=["document", "file"])
    counts = roles.groupby(["year", "role"], observed=True)["task"].nunique().unstack(fill_value=0)
    print(counts)

    import matplotlib

    matplotlib.use("Agg")
    axes = counts.plot.bar(rot=0, figsize=(6, 4))
    axes.set_ylabel("tasks")
    axes.get_figure().tight_layout()
    axes.get_figure().savefig(plot, dpi=120)


if __name__ == "__main__":
    main()
