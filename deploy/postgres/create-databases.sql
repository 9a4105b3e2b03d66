-- One database per subgraph. PostgreSQL's image runs this once, when its volume is still empty; see docs/deployment.md.
create database catalog;
create database orders;
create database users;
create database ai;
