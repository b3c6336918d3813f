// Reads the public log of a site with other people's code: Go's golang.org/x/mod (signed notes, RFC
// 6962 trees and tiles) and transparency-dev's formats (checkpoints, cosignatures of witnesses).
// Nothing of sanaq is in it, so it tells whether what sanaq writes is what C2SP describes.
//
//	go run . SITE [WITNESS_VKEY ...]   holds checkpoint, tiles and entries of the site against each other
//	go run . --vectors                 prints a checkpoint with its keys, made by this code alone
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8 // of a tile: 256 hashes

func fail(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
	os.Exit(74)
}

func must[T any](value T, err error) T {
	if err != nil {
		fail("%v", err)
	}
	return value
}

// site reads tiles below log/: C2SP leaves the height out of the path that x/mod gives.
type site struct{ folder string }

func (s site) read(path string) ([]byte, error) {
	return os.ReadFile(filepath.Join(s.folder, "log", filepath.FromSlash(path)))
}

func (s site) Height() int { return height }

func (s site) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := s.read(strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (s site) SaveTiles([]tlog.Tile, [][]byte) {}

// entries gives those of one bundle.
func entries(data []byte) [][]byte {
	var all [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			fail("a bundle of entries ends within one")
		}
		size := int(binary.BigEndian.Uint16(data))
		all = append(all, data[2:2+size])
		data = data[2+size:]
	}
	return all
}

func checkpoint(s site) (log.Checkpoint, []byte) {
	text := must(s.read("checkpoint"))
	var last log.Checkpoint
	for _, vkey := range strings.Fields(string(must(s.read("key.txt")))) {
		verifier := must(note.NewVerifier(vkey))
		read, _, _, err := log.ParseCheckpoint(text, verifier.Name(), verifier)
		if err != nil {
			fail("log/checkpoint: %v", err)
		}
		fmt.Printf("signed by %s\n", vkey)
		last = *read
	}
	return last, text
}

func witnesses(text []byte, origin string, vkeys []string) {
	for _, vkey := range vkeys {
		verifier := must(fnote.NewVerifierForCosignatureV1(vkey))
		opened, err := note.Open(text, note.VerifierList(verifier))
		if err != nil {
			fail("witness %s: %v", vkey, err)
		}
		time := must(fnote.CoSigV1Timestamp(opened.Sigs[0]))
		fmt.Printf("witnessed by %s at %s\n", verifier.Name(), time.UTC().Format("2006-01-02 15:04:05"))
	}
}

func check(folder string, vkeys []string) {
	s := site{folder}
	found, text := checkpoint(s)
	witnesses(text, found.Origin, vkeys)
	tree := tlog.Tree{N: int64(found.Size)}
	copy(tree.Hash[:], found.Hash)
	reader := tlog.TileHashReader(tree, s) // every hash that it gives was held against the root
	for index := int64(0); index < tree.N; {
		tile := tlog.Tile{H: height, L: -1, N: index >> height, W: int(min(1<<height, tree.N-index>>height<<height))}
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/data/", height), "tile/entries/", 1)
		bundle := entries(must(s.read(path)))
		if len(bundle) != tile.W {
			fail("log/%s has %d entries", path, len(bundle))
		}
		for _, entry := range bundle {
			hash := must(reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)}))[0]
			if hash != tlog.RecordHash(entry) {
				fail("index %d: entry and tile say two things", index)
			}
			index++
		}
	}
	for _, index := range []int64{0, tree.N / 2, tree.N - 1} {
		proof := must(tlog.ProveRecord(tree.N, index, reader))
		leaf := must(reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)}))[0]
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
			fail("index %d: %v", index, err)
		}
	}
	fmt.Printf("whole to another reader: log %s, %d entries\n", found.Origin, tree.N)
}

// A reader that is always the same, for keys that are made again alike.
type counting struct{ next byte }

func (c *counting) Read(bytes []byte) (int, error) {
	for at := range bytes {
		c.next++
		bytes[at] = c.next
	}
	return len(bytes), nil
}

func vectors() {
	const origin = "another.example/log"
	skey, vkey, err := note.GenerateKey(&counting{}, origin)
	if err != nil {
		fail("%v", err)
	}
	witnessSkey, witnessVkey, err := note.GenerateKey(&counting{100}, "witness.example")
	if err != nil {
		fail("%v", err)
	}
	cosigner := must(fnote.NewSignerForCosignatureV1(witnessSkey))
	var hashes []tlog.Hash
	for index := int64(0); index < 300; index++ {
		more := must(tlog.StoredHashes(index, fmt.Appendf(nil, "entry %d", index), tlog.HashReaderFunc(func(indices []int64) ([]tlog.Hash, error) {
			var found []tlog.Hash
			for _, one := range indices {
				found = append(found, hashes[one])
			}
			return found, nil
		})))
		hashes = append(hashes, more...)
	}
	root := must(tlog.TreeHash(300, tlog.HashReaderFunc(func(indices []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, one := range indices {
			found = append(found, hashes[one])
		}
		return found, nil
	})))
	body := log.Checkpoint{Origin: origin, Size: 300, Hash: root[:]}.Marshal()
	signed := must(note.Sign(&note.Note{Text: string(body)}, must(note.NewSigner(skey)), cosigner))
	fmt.Printf("%s\n%s\n%s", vkey, must(fnote.VKeyToCosignatureV1(witnessVkey)), signed)
}

func main() {
	switch {
	case len(os.Args) == 2 && os.Args[1] == "--vectors":
		vectors()
	case len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-"):
		check(os.Args[1], os.Args[2:])
	default:
		fmt.Fprintln(os.Stderr, "usage: go run . SITE [WITNESS_VKEY ...] | --vectors")
		os.Exit(64)
	}
}
