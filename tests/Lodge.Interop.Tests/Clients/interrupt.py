"""Runs a program and sends it ^C once it says a word: interrupt.py WORD PROGRAM [ARGUMENT...]"""
import os
import signal
import subprocess
import sys

word = sys.argv[1].encode()
# Whoever started this in the background may have had ^C ignored.
run = subprocess.Popen(
    sys.argv[2:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
said = b""
while word not in said:
    more = os.read(run.stdout.fileno(), 4096)
    if not more:
        break
    said += more
run.send_signal(signal.SIGINT)
said += run.stdout.read()
sys.stdout.write(said.decode(errors="replace"))
sys.exit(run.wait() if word in said else 99)
