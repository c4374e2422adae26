"""The load generator counts what was answered, each round in the right row, and aims are judged by their border."""

import socket
import threading

from bench import __main__ as bench
from bench import load
from bench.report import Aim
from bench.rounds import Row, Target, _round


def _serve(answers):
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        connection, _ = listening.accept()
        with connection:
            for answer in answers:
                if not connection.recv(65536):
                    return
                for piece in answer:
                    connection.sendall(piece)
            while connection.recv(65536):
                pass

    threading.Thread(target=serve, daemon=True).start()
    return listening.getsockname()


def test_the_load_generator_counts_each_whole_answer_once_by_its_status():
    whole = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello"
    refused = b"HTTP/1.1 422 X\r\nContent-Length: 0\r\n\r\n"
    address = _serve([[whole], [whole[:30], whole[30:43], whole[43:]], [refused], [whole]])
    connection = load.Connection(address, load.get("/"))
    statuses = []
    for _ in range(4):
        connection.send()
        while not connection.receive():
            pass
        statuses.append(connection.status)
    connection.socket.close()
    assert statuses == [200, 200, 422, 200]


def test_a_tally_gives_rate_and_quantiles():
    tally = load.Tally(seconds=2.0, latencies=[n / 1000 for n in range(100)])
    tally.add(load.Tally(seconds=2.0, latencies=[0.1] * 100))
    assert tally.rate == 50
    assert tally.quantile(0.25) == 50
    assert tally.quantile(0.99) == 100


def test_a_ratio_is_taken_to_the_last_target_of_the_same_round(monkeypatch):
    rates = {"ours": 50, "bare": 100}

    def fake(address, conversations, seconds):
        return load.Tally(seconds=1.0, latencies=[0.01] * rates[address], served=10)

    class Server:
        def __init__(self, address):
            self.address, self.asked = address, 0

        def burnt(self):
            self.asked += 1
            return self.asked * 0.02

    monkeypatch.setattr("bench.rounds.run", fake)
    targets = [Target(name, Server(name), lambda _: load.get("/")) for name in ("ours", "bare")]
    rows = [Row(name, 8, 200) for name in ("ours", "bare")]
    for number in range(3):
        _round(targets, rows, 0.1, number)
    assert [row.ratio for row in rows] == [0.5, 1.0]
    assert round(rows[0].burnt_each, 6) == 2.0


def test_an_aim_is_met_on_its_own_side_of_the_border():
    assert Aim("ratio", 0.6, 0.6, least=True).met
    assert not Aim("ratio", 0.59, 0.6, least=True).met
    assert Aim("p99", 50, 50).met
    assert not Aim("p99", 50.1, 50).met


def test_the_bench_measures_at_1_8_and_64_connections():
    assert bench.CONNECTIONS == (1, 8, 64)
