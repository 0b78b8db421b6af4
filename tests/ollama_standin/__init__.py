"""A stand-in for Ollama: a server with its interface and a real small model, where no Ollama is installed.

It answers as a real one does in all that a desktop client needs: `/api/version`, `tags`, `ps`, `show`,
`chat`, `generate` and `pull`, with streams, preloading, keep_alive, unloading, a new load for another
num_ctx, one request at a time, and the end of a request whose client has left. What a real one does seldom
can be ordered beforehand (`Fault`), and whatever it was asked and did can be read afterwards (`Seen`).

Run it with `python -m tests.ollama_standin`; tests take the fixture `ollama` of `fixtures.py`.
"""
