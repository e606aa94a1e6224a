package main

import (
	"container/heap"
	"fmt"
	"math"
)

type edge struct {
	to   string
	cost float64
}
type graph map[string][]edge

type pqItem struct {
	node string
	dist float64
}
type pq []pqItem

func (q pq) Len() int           { return len(q) }
func (q pq) Less(i, j int) bool { return q[i].dist < q[j].dist }
func (q pq) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *pq) Push(x any)        { *q = append(*q, x.(pqItem)) }
func (q *pq) Pop() any {
	n := len(*q) - 1
	x := (*q)[n]
	*q = (*q)[:n]
	return x
}

func (g graph) shortest(from, to string) (float64, []string) {
	dist := map[string]float64{from: 0}
	prev := map[string]string{}
	q := &pq{{from, 0}}
	for q.Len() > 0 {
		cur := heap.Pop(q).(pqItem)
		if cur.node == to {
			path := []string{to}
			for n := to; n != from; n = prev[n] {
				path = append([]string{prev[n]}, path...)
			}
			return cur.dist, path
		}
		for _, e := range g[cur.node] {
			d := cur.dist + e.cost
			if old, ok := dist[e.to]; !ok || d < old {
				dist[e.to], prev[e.to] = d, cur.node
				heap.Push(q, pqItem{e.to, d})
			}
		}
	}
	return math.Inf(1), nil
}

func main() {
	g := graph{"a": {{"b", 4}, {"c", 1}}, "c": {{"b", 2}, {"d", 7.5}}, "b": {{"d", 3}}}
	fmt.Println(g.shortest("a", "d"))
	fmt.Println(g.shortest("d", "a"))
}
