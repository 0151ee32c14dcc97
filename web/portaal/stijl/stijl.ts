import 'virtual:nlds.css'
import './basis.css'
