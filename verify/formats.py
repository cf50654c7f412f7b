"""Checks exported files with the libraries of their formats: python verify/formats.py FOLDER MNIST.

The notebook is valid by nbformat's schema and its code cells run one after another; the ONNX model passes the full
check of onnx. What is not installed is said and skipped.
"""

import json
import os
import sys

folder, os.environ["MNIST"] = sys.argv[1:]
os.chdir(folder)
sys.path.insert(0, folder)
text = open("lenet5.ipynb", encoding="utf-8").read()

try:
    import nbformat

    nbformat.validate(nbformat.reads(text, as_version=4))
    print("lenet5.ipynb is valid by the schema")
except ImportError:
    print("skipped: no nbformat")

scope = {"__name__": "notebook"}
for cell in json.loads(text)["cells"]:
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), cell["id"], "exec"), scope)
print("lenet5.ipynb runs")

try:
    import onnx

    model = onnx.load("model.onnx")
    onnx.checker.check_model(model, full_check=True)
    print("model.onnx passes the full check")
except ImportError:
    print("skipped: no onnx")
