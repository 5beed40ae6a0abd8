"""What the first paint needs must load fast."""

import subprocess
import sys


def test_words_load_without_the_numbering_plans() -> None:
    modules = "carepos.text.japanese, carepos.text.guess, carepos.text.dates, carepos.text.numbers"
    loaded = f"import sys, {modules}; sys.exit('phonenumbers' in sys.modules or 'sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
